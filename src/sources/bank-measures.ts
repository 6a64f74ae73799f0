import { bankReturn } from './bank-return.ts';

/** 银行强制措施: what was frozen on an account, by whom, until when. */
export const bankMeasures = bankReturn('bank-measures', 1, 'measures');
