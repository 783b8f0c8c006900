import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip
)

export { Chart }

export function configuration({ kind, labels, series }, element) {
  const colour = (token, alpha) => resolve(element, token, alpha)
  const text = colour('--text-muted')
  const font = { family: getComputedStyle(element).fontFamily, size: 11 }

  return {
    type: kind,
    data: { labels, datasets: series.map((one, index) => dataset(one, index, kind, colour)) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: { tooltip: tooltip(series, colour, font) },
      scales: {
        x: {
          border: { color: colour('--line') },
          grid: { display: false },
          ticks: { color: text, font, maxRotation: 0, autoSkipPadding: 24 },
        },
        y: {
          beginAtZero: true,
          border: { display: false },
          grid: { color: colour('--line') },
          ticks: {
            color: text,
            font,
            maxTicksLimit: 5,
            padding: 8,
            callback: (value) => short(value, series[0].currency),
          },
        },
      },
    },
  }
}

function dataset({ label, values, dashed }, index, kind, colour) {
  const token = `--chart-${(index % 4) + 1}`
  const line = dashed ? colour('--text-muted') : colour(token)
  return {
    label,
    data: values,
    borderColor: line,
    hoverBorderColor: line,
    backgroundColor: kind === 'bar' ? line : colour(token, 0.08),
    hoverBackgroundColor: line,
    pointHoverBackgroundColor: line,
    fill: kind === 'line' && index === 0,
    borderWidth: kind === 'bar' ? 0 : 2,
    borderDash: dashed ? [4, 4] : [],
    borderRadius: 3,
    maxBarThickness: 28,
    pointRadius: values.length === 1 ? 3 : 0,
    pointHoverRadius: 4,
    pointBackgroundColor: line,
    tension: 0.25,
  }
}

function tooltip(series, colour, font) {
  return {
    backgroundColor: colour('--surface-raised'),
    borderColor: colour('--line-strong'),
    borderWidth: 1,
    titleColor: colour('--text'),
    bodyColor: colour('--text'),
    titleFont: { ...font, size: 12 },
    bodyFont: { ...font, size: 12 },
    padding: 10,
    boxPadding: 4,
    cornerRadius: 6,
    callbacks: {
      label: ({ datasetIndex, dataIndex }) =>
        `${series[datasetIndex].label}: ${series[datasetIndex].texts[dataIndex]}`,
    },
  }
}

function short(value, currency) {
  const style = currency ? { style: 'currency', currency } : {}
  return new Intl.NumberFormat('en', {
    ...style,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(value)
}

/** Canvas and Chart.js need plain colours: the browser computes the token, a pixel says what came of it. */
function resolve(element, token, alpha = 1) {
  const probe = document.createElement('span')
  probe.style.color = `var(${token})`
  element.append(probe)
  const computed = getComputedStyle(probe).color
  probe.remove()

  const pixel = new OffscreenCanvas(1, 1).getContext('2d')
  pixel.fillStyle = computed
  pixel.fillRect(0, 0, 1, 1)
  const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data
  return `rgb(${red} ${green} ${blue} / ${alpha})`
}
