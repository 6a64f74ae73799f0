import type { LedgerRow } from '../../reports/ledger-row.ts';
import type { PersonWay } from '../../reports/person-way.ts';
import type { CaseView } from '../questions/case-view.ts';

/** One admissible way to one payment of each person who was paid. */
export function* waysOf(_view: CaseView, _rows: Iterable<LedgerRow>): Generator<PersonWay> {}
