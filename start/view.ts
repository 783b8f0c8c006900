import edge from 'edge.js'
import { sum } from '#money/arithmetic'
import { formatDecimal, formatMoney } from '#money/format'
import { describeRate } from '#terms/describe'
import { counted, rangeInWords } from '#views/counts'
import * as dates from '#views/dates'
import { reasonInWords } from '#views/event_words'
import { fieldLabel } from '#views/field_labels'
import { errorsOf, fieldId, formField } from '#views/forms'
import { attributes } from '#views/html'
import { icons } from '#views/icons'
import { keepIncludes } from '#views/includes'
import { navigation } from '#views/navigation'
import { reasonsTo } from '#views/pages/reasons'
import { stateLabel, stateTone } from '#views/states'
import { themeOf } from '#views/theme'
import { csvAddress, formTarget, queryPairs, sortLink, withQuery } from '#views/urls'
import * as words from '#views/words'

const globals = {
  appName: 'Tributary',

  money: formatMoney,
  sum,
  moneyInput: formatDecimal,
  percent: describeRate,
  ...dates,
  ...words,
  counted,
  rangeInWords,
  stateLabel,
  stateTone,

  withQuery,
  csvAddress,
  queryPairs,
  sortLink,
  formTarget,

  formField,
  fieldId,
  fieldLabel,
  errorsOf,

  icons,
  reasonsTo,
  reasonInWords,
  navigation,
  themeOf,
  attrs: (values: Record<string, unknown>) => edge.globals.html.safe(attributes(values)),
}

for (const [name, value] of Object.entries(globals)) edge.global(name, value)

keepIncludes()
