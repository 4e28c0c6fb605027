import { type Transaction } from '@lettrage/persistence';
import { type FreshLine, recogniseDay, type StoredLine, type Verdict } from '../domain/recognise-day.js';
import { type LeftFresh, type LeftStored, recogniseNearDays } from '../domain/recognise-near-days.js';
import { referencesAreTrusted } from '../domain/dialect.js';
import { recogniseBatches } from './recognise-batches.js';
import { foundBooked, foundPending } from './recognise-pending.js';
import { entries, entriesParameters, look, type StatementAccount } from './staging.js';

interface Row {
  kind: 'fresh' | 'stored';
  place: number;
  transactionId: string | null;
  bankAccountId: string;
  bookingDate: string;
  valueDate: string | null;
  money: string;
  endToEndId: string | null;
  text: string;
  sameFormat: boolean;
}

const rowsAtOnce = 5000;

/**
 * Compares the staged booked entries, whose fingerprints nobody knows, with what files of other dialects brought, and writes what it finds into `recognised`:
 * which are known, and which may be (`recognise-day.ts`). Then finds the announcements of what is booked now. Accounts that will be created know nothing.
 */
export async function recognise(tx: Transaction, organisationId: string, accounts: readonly StatementAccount[], dialect: string): Promise<void> {
  await look(tx, organisationId, accounts);
  await recogniseBatches(tx, organisationId, accounts, dialect);
  const known = accounts.filter(({ bankAccountId }) => bankAccountId !== null);
  if (known.length === 0) return;
  const edges = await edgesOfOthers(tx, organisationId, known, dialect);
  if (edges) await recogniseBooked(tx, organisationId, known, dialect, edges);
  await foundPending(tx, organisationId, known);
  await foundBooked(tx, organisationId, known);
}

/** Days on which one of the files may have been made before the day's end: there a file's silence says nothing. */
interface Edges {
  readonly days: ReadonlySet<string>;
  /** A file does not say which days it covers, so that each may be such a day. */
  readonly all: boolean;
}

/** Null where no file of another dialect can have told what this one tells, which is nearly always. */
async function edgesOfOthers(tx: Transaction, organisationId: string, accounts: readonly StatementAccount[], dialect: string): Promise<Edges | null> {
  const rows = await tx.query<{ bankAccountId: string; from: string | null; to: string | null }[]>(
    `select statement.bank_account_id as "bankAccountId", from_date as "from", to_date as "to"
     from statement join statement_file as file using (organisation_id, statement_file_id)
     where organisation_id = $1 and statement.bank_account_id = any ($2::uuid[]) and (coalesce(file.dialect, file.format) <> $3 or $4)
       and (to_date is null or to_date >= (select min(booking_date) - 5 from staged)) and (from_date is null or from_date <= (select max(booking_date) + 5 from staged))`,
    [organisationId, accounts.map(({ bankAccountId }) => bankAccountId), dialect, !referencesAreTrusted(dialect)],
  );
  if (rows.length === 0) return null;
  const own = await tx.query<{ bankAccountId: string; from: string; to: string }[]>(
    `select bank_account_id as "bankAccountId", min(booking_date) as "from", max(booking_date) as "to"
     from staged join unnest($1::int[], $2::uuid[]) as of_statement (statement, bank_account_id) using (statement) where status = 'booked' group by 1`,
    [accounts.map(({ statement }) => statement), accounts.map(({ bankAccountId }) => bankAccountId)],
  );
  const days = [...rows, ...own].flatMap(({ bankAccountId, from, to }) => [`${bankAccountId} ${from}`, `${bankAccountId} ${to}`]);
  return { days: new Set(days), all: rows.some(({ to }) => to === null) };
}

async function recogniseBooked(tx: Transaction, organisationId: string, accounts: readonly StatementAccount[], dialect: string, edges: Edges): Promise<void> {
  const told = `bank_account_id as "bankAccountId", booking_date as "bookingDate", value_date as "valueDate", amount_minor || ' ' || currency as money, end_to_end_id as "endToEndId",
    coalesce(counterparty_name, '') || ' ' || coalesce(remittance, '') as text`;
  await tx.query(
    `declare recognition no scroll cursor for
     select 'fresh' as kind, place, null::uuid as "transactionId", false as "sameFormat", ${told} from (${entries}) as entry where status = 'booked' and not known and not held
     union all
     select 'stored', 0, transaction_id, "sameFormat", ${told}
     from (
       select transaction.*, coalesce(file.dialect, file.format) = $4 as "sameFormat"
       from transaction join statement_file as file using (organisation_id, statement_file_id)
       where organisation_id = $1 and bank_account_id = any ($3::uuid[]) and status in ('booked', 'superseded')
         and booking_date between (select min(booking_date) - 5 from staged) and (select max(booking_date) + 5 from staged)
         and (coalesce(file.dialect, file.format) <> $4 or $5)
     ) as other
     where not exists (select from staged where staged.fingerprint = other.fingerprint)
       and not exists (select from recognised where batch_of = other.transaction_id)
       and not exists (select from recognised where recognised.transaction_id = other.transaction_id)
       and not exists (select from transaction_alias as alias where alias.organisation_id = $1 and alias.bank_account_id = any ($3::uuid[]) and alias.transaction_id = other.transaction_id and alias.dialect = $4 and not $5)
       and not exists (
         select from transaction_alias as alias join staged on staged.fingerprint = alias.fingerprint
         where alias.organisation_id = $1 and alias.bank_account_id = any ($3::uuid[]) and alias.transaction_id = other.transaction_id
       )
     order by "bankAccountId", "bookingDate", kind, place, "transactionId"`,
    [...entriesParameters(organisationId, accounts), dialect, !referencesAreTrusted(dialect)],
  );
  const scan = new DayByDay(edges);
  for (;;) {
    const rows = await tx.query<Row[]>(`fetch ${rowsAtOnce} from recognition`);
    for (const row of rows) scan.hear(row);
    if (rows.length < rowsAtOnce) break;
  }
  await tx.query('close recognition');
  await write(tx, scan.end());
}

/** Rows in the order of account and day, judged as soon as a day is whole. */
class DayByDay {
  private readonly verdicts: Verdict[] = [];
  private readonly leftFresh: LeftFresh[] = [];
  private readonly leftStored: LeftStored[] = [];
  private day = '';
  private rows: Row[] = [];

  constructor(private readonly edges: Edges) {}

  hear(row: Row): void {
    const day = `${row.bankAccountId} ${row.bookingDate}`;
    if (day !== this.day) this.judge();
    this.day = day;
    this.rows.push(row);
  }

  end(): Verdict[] {
    this.judge();
    const near = recogniseNearDays(this.leftFresh, this.leftStored);
    return [...this.verdicts, ...near.map(({ place, transactionId }): Verdict => ({ kind: 'unsure', place, candidates: [transactionId] }))];
  }

  private judge(): void {
    const fresh = this.rows.filter(({ kind }) => kind === 'fresh') as (Row & FreshLine)[];
    const stored = this.rows.filter(({ kind }) => kind === 'stored') as (Row & StoredLine)[];
    const verdicts = recogniseDay(fresh, stored, !this.edges.all && !this.edges.days.has(this.day));
    const answered = new Set(verdicts.map(({ place }) => place));
    const used = new Set(verdicts.flatMap((verdict) => (verdict.kind === 'same' ? [verdict.transactionId] : verdict.candidates)));
    this.leftFresh.push(...fresh.filter(({ place }) => !answered.has(place)));
    this.leftStored.push(...stored.filter(({ transactionId, sameFormat }) => !sameFormat && !used.has(transactionId)));
    this.verdicts.push(...verdicts);
    this.rows = [];
  }
}

async function write(tx: Transaction, verdicts: readonly Verdict[]): Promise<void> {
  await tx.query(
    `insert into recognised (place, transaction_id, candidates)
     select place, transaction_id, case when candidates is not null then array(select jsonb_array_elements_text(candidates)::uuid) end
     from unnest($1::int[], $2::uuid[], $3::jsonb[]) as verdict (place, transaction_id, candidates)`,
    [
      verdicts.map(({ place }) => place), verdicts.map((verdict) => (verdict.kind === 'same' ? verdict.transactionId : null)),
      verdicts.map((verdict) => (verdict.kind === 'unsure' ? JSON.stringify(verdict.candidates) : null)),
    ],
  );
}
