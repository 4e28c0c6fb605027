import { fieldError, type matchingHttp, type Page, type PageQuery, ruleChanged, saidOfMoney, sentence } from '@lettrage/contracts';
import { NotHeardOf, onceHeard, Refused } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { RuleSet } from '@lettrage/matching-engine';
import { MoneyError } from '@lettrage/money';
import { Database, decodeCursor, isId, isNumber, newId, pageOf, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import { engineRule } from '../../domain/guidance.js';
import { Engines } from '../../engine/engines.js';
import { outdateQueue } from '../../engine/look-again.js';
import { customerNames } from '../../persistence/item-rows.js';

/** Each credit is held against every rule that names no IBAN. */
const mostRules = 500;

interface RuleRow {
  ruleId: string;
  version: number;
  active: boolean;
  rule: matchingHttp.RuleBody;
  createdBy: string;
  createdAt: Date;
  changedBy: string;
  changedAt: Date;
}

type ChangeRow = Omit<matchingHttp.RuleChange, 'changedAt'> & { changedAt: Date };

const isInstant = (text: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text));

const ruleColumns = `rule_id as "ruleId", version, active, rule, created_by as "createdBy", created_at as "createdAt", changed_by as "changedBy", changed_at as "changedAt"`;

/** What accountants lay down. A rule holds for receipts that come in or wait while it is active; each change is kept as a version. */
@Injectable()
export class Rules {
  constructor(
    private readonly database: Database,
    private readonly engines: Engines,
  ) {}

  async list(organisationId: string): Promise<matchingHttp.StoredRule[]> {
    return this.database.inOrganisation(organisationId, async (tx) => (await tx.query<RuleRow[]>(`select ${ruleColumns} from rule order by rule_id`)).map(shown));
  }

  async create(organisationId: string, userId: string, { rule, active }: matchingHttp.CreateRuleBody, now: Date): Promise<matchingHttp.StoredRule> {
    return this.onceHeard(organisationId, async (tx) => {
      const checked = await checkedRule(tx, rule);
      const [{ rules }] = await tx.query<[{ rules: number }]>('select count(*)::int as rules from rule');
      if (rules >= mostRules) throw new Refused('limit_reached', sentence('rules_limit', { most: String(mostRules) }), { remedy: 'Remove one that is not needed any more' });
      const stored = await write(tx, organisationId, { ruleId: newId(), version: 1, active, rule: checked, createdBy: userId, createdAt: now, changedBy: userId, changedAt: now });
      if (active) await this.outdate(tx, organisationId);
      return stored;
    });
  }

  async update(organisationId: string, userId: string, ruleId: string, { rule, active, version }: matchingHttp.UpdateRuleBody, now: Date): Promise<matchingHttp.StoredRule> {
    return this.onceHeard(organisationId, async (tx) => {
      const before = await lockRule(tx, ruleId);
      if (before.version !== version) throw new Refused('changed_meanwhile', sentence('rule_changed', { version: String(before.version), read: String(version) }), { remedy: 'Read the rule again, and change that' });
      const stored = await write(tx, organisationId, { ...before, version: version + 1, active, rule: await checkedRule(tx, rule), changedBy: userId, changedAt: now });
      if (active || before.active) await this.outdate(tx, organisationId);
      return stored;
    });
  }

  async remove(organisationId: string, userId: string, ruleId: string, now: Date): Promise<void> {
    await this.database.inOrganisation(organisationId, async (tx) => {
      const before = await lockRule(tx, ruleId);
      await tx.query('delete from rule where rule_id = $1', [before.ruleId]);
      await keepVersion(tx, organisationId, { ...before, version: before.version + 1, active: false, changedBy: userId, changedAt: now }, true);
      if (before.active) await this.outdate(tx, organisationId);
    });
  }

  async history(organisationId: string, { cursor, limit }: PageQuery): Promise<Page<matchingHttp.RuleChange>> {
    const [changedAt = null, ruleId = null, version = null] = decodeCursor(cursor, [isInstant, isId, isNumber]) ?? [];
    return this.database.inOrganisation(organisationId, async (tx) => {
      const rows = await tx.query<ChangeRow[]>(
        `select now.rule_id as "ruleId", now.version, now.active, now.rule, now.changed_by as "changedBy", now.changed_at as "changedAt", now.removed,
                case when before.version is not null then jsonb_build_object('active', before.active, 'rule', before.rule) end as before
         from rule_version now left join rule_version before on before.organisation_id = now.organisation_id and before.rule_id = now.rule_id and before.version = now.version - 1
         where $1::timestamptz is null or (now.changed_at, now.rule_id, now.version) < ($1, $2::uuid, $3::int)
         order by now.changed_at desc, now.rule_id desc, now.version desc limit $4`,
        [changedAt, ruleId, version, limit + 1],
      );
      return pageOf(rows, limit, (row) => [row.changedAt.toISOString(), row.ruleId, String(row.version)], (row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
    });
  }

  /** The customer of a rule may have been created a moment ago. */
  private onceHeard<T>(organisationId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return onceHeard(() => this.database.inOrganisation(organisationId, work));
  }

  /** What waits was decided by the rules as they were. */
  private async outdate(tx: Transaction, organisationId: string): Promise<void> {
    await outdateQueue(await this.engines.open(tx, organisationId));
  }

  async versions(organisationId: string, ruleId: string): Promise<matchingHttp.RuleVersions> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      const rows = isId(ruleId)
        ? await tx.query<(RuleRow & { removed: boolean })[]>('select version, active, rule, changed_by as "changedBy", changed_at as "changedAt", removed from rule_version where rule_id = $1 order by version desc', [ruleId])
        : [];
      if (rows.length === 0) throw noSuchRule();
      return { items: rows.map(({ changedAt, ...row }) => ({ ...row, changedAt: changedAt.toISOString() })) };
    });
  }
}

/** The rule in its one form, or why the engine could not use it. */
export async function checkedRule(tx: Transaction, rule: matchingHttp.RuleBody): Promise<matchingHttp.RuleBody> {
  try {
    new RuleSet([engineRule('the rule', rule)]);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof MoneyError)) throw error;
    const said = error instanceof MoneyError ? saidOfMoney(error) : sentence('rule_unusable');
    throw new Refused('invalid_body', said, { errors: [fieldError('rule', said)] });
  }
  if ('match' in rule && rule.match.payerIban !== undefined && !isValidIBAN(electronicFormatIBAN(rule.match.payerIban) ?? ''))
    throw new Refused('invalid_body', sentence('iban_invalid'), { errors: [fieldError('rule.match.payerIban', sentence('field_iban_check'))] });
  if (rule.kind !== 'payer_is_customer') return rule;
  if (!(await customerNames(tx, [rule.customerId])).has(rule.customerId)) throw new NotHeardOf('customer_unknown', sentence('no_customer'), { remedy: 'Choose one from the list' });
  return rule;
}

async function lockRule(tx: Transaction, ruleId: string): Promise<RuleRow> {
  const [row] = isId(ruleId) ? await tx.query<RuleRow[]>(`select ${ruleColumns} from rule where rule_id = $1 for update`, [ruleId]) : [];
  if (!row) throw noSuchRule();
  return row;
}

function noSuchRule(): Refused {
  return new Refused('not_found', sentence('no_rule'));
}

async function write(tx: Transaction, organisationId: string, row: RuleRow): Promise<matchingHttp.StoredRule> {
  await tx.query(
    `insert into rule (organisation_id, rule_id, version, active, rule, created_by, created_at, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (organisation_id, rule_id) do update set version = excluded.version, active = excluded.active, rule = excluded.rule, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [organisationId, row.ruleId, row.version, row.active, JSON.stringify(row.rule), row.createdBy, row.createdAt, row.changedBy, row.changedAt],
  );
  await keepVersion(tx, organisationId, row, false);
  return shown(row);
}

async function keepVersion(tx: Transaction, organisationId: string, row: RuleRow, removed: boolean): Promise<void> {
  await tx.query('insert into rule_version (organisation_id, rule_id, version, active, rule, changed_by, changed_at, removed) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
    organisationId, row.ruleId, row.version, row.active, JSON.stringify(row.rule), row.changedBy, row.changedAt, removed,
  ]);
  await publish(tx, organisationId, ruleChanged, [{ ruleId: row.ruleId, version: row.version, active: row.active, removed, changedBy: row.changedBy }]);
}

function shown({ createdAt, changedAt, ...row }: RuleRow): matchingHttp.StoredRule {
  return { ...row, createdAt: createdAt.toISOString(), changedAt: changedAt.toISOString() };
}
