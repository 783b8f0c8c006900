/** <t-chart kind="line | bar">: draws the table inside it with the theme's colours, and folds the table away. */
class ChartElement extends HTMLElement {
  async connectedCallback() {
    this.querySelector('details').open = false
    this.redraw = () => this.draw()
    this.scheme = matchMedia('(prefers-color-scheme: dark)')
    this.scheme.addEventListener('change', this.redraw)
    document.addEventListener('theme:changed', this.redraw)

    const { Chart } = await import('../chart.js')
    this.Chart = Chart
    if (this.isConnected) this.draw()
  }

  disconnectedCallback() {
    this.scheme.removeEventListener('change', this.redraw)
    document.removeEventListener('theme:changed', this.redraw)
    this.chart?.destroy()
  }

  async draw() {
    if (!this.Chart) return
    const { configuration } = await import('../chart.js')
    this.chart?.destroy()
    this.chart = new this.Chart(this.querySelector('canvas'), configuration(this.figures(), this))
  }

  figures() {
    const table = this.querySelector('table')
    const rows = [...table.tBodies[0].rows]
    const heads = [...table.tHead.rows[0].cells].slice(1)
    return {
      kind: this.getAttribute('kind'),
      labels: rows.map((row) => row.cells[0].textContent),
      series: heads.map((head, index) => ({
        label: head.textContent,
        dashed: head.hasAttribute('data-dashed'),
        currency: head.dataset.currency,
        values: rows.map((row) => Number(row.cells[index + 1].dataset.value)),
        texts: rows.map((row) => row.cells[index + 1].textContent),
      })),
    }
  }
}

customElements.define('t-chart', ChartElement)
