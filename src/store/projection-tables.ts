/** Tables that lists are read from: key columns first, each column with its SQL type, in the order of the migration. */
export const PROJECTIONS = {
  lines: {
    keys: ['number_id', 'line'],
    columns: {
      number_id: 'bigint',
      line: 'integer',
      origin: 'text',
      kind: 'text',
      carrier_id: 'text',
      province: 'text',
      holder_id: 'text',
      user_id: 'text',
      opened_at: 'timestamptz',
      closed_at: 'timestamptz',
    },
  },
  flags: {
    keys: ['number_id', 'flag_id'],
    columns: {
      number_id: 'bigint',
      flag_id: 'text',
      line: 'integer',
      carrier_id: 'text',
      origin: 'text',
      status: 'text',
      layer: 'text',
      imposed_by: 'text',
      cause: 'text',
      code: 'text',
      policy_id: 'text',
      policy_version: 'integer',
      rule_id: 'text',
      raised_by: 'text',
      placed_at: 'timestamptz',
      lifted_because: 'text',
      lifted_at: 'timestamptz',
    },
  },
  flag_verdicts: {
    keys: ['number_id', 'flag_id'],
    columns: {
      number_id: 'bigint',
      flag_id: 'text',
      carrier_id: 'text',
      province: 'text',
      policy_id: 'text',
      policy_version: 'integer',
      rule_id: 'text',
      model: 'text',
      imposed_by: 'text',
      outcome: 'text',
      given_by: 'text',
      decided_at: 'timestamptz',
      changed_at: 'timestamptz',
      tested: 'boolean',
    },
  },
  cases: {
    keys: ['number_id', 'case_id'],
    columns: {
      number_id: 'bigint',
      case_id: 'text',
      line: 'integer',
      carrier_id: 'text',
      reference: 'text',
      status: 'text',
      remedy: 'text',
      flag_ids: 'text[]',
      opened_by: 'text',
      opened_at: 'timestamptz',
      reviewer_id: 'text',
      due_at: 'timestamptz',
      due_rule_id: 'text',
      desk_assignee: 'text',
      authority_id: 'text',
      authority_assignee: 'text',
      authority_due_at: 'timestamptz',
      authority_due_rule_id: 'text',
      ended_at: 'timestamptz',
      precheck_asked_at: 'timestamptz',
      papers_turned_down: 'smallint',
    },
  },
  evidence_items: {
    keys: ['number_id', 'evidence_id'],
    columns: {
      number_id: 'bigint',
      evidence_id: 'text',
      case_id: 'text',
      sha256: 'text',
      bytes: 'bigint',
      media_type: 'text',
      material: 'text',
      added_by: 'text',
      added_at: 'timestamptz',
      forgotten_at: 'timestamptz',
    },
  },
  dealings: {
    keys: ['number_id', 'case_id', 'authority_id'],
    columns: {
      number_id: 'bigint',
      case_id: 'text',
      authority_id: 'text',
      handed_at: 'timestamptz',
      ended_at: 'timestamptz',
      ended_how: 'text',
      left_status: 'text',
    },
  },
  lifts: {
    keys: ['number_id', 'lift_id'],
    columns: {
      number_id: 'bigint',
      lift_id: 'text',
      line: 'integer',
      carrier_id: 'text',
      flag_ids: 'text[]',
      because: 'text',
      case_id: 'text',
      since: 'timestamptz',
      ordered_at: 'timestamptz',
      completed_at: 'timestamptz',
      abandoned_at: 'timestamptz',
      not_back_at: 'timestamptz',
    },
  },
  lift_steps: {
    keys: ['number_id', 'lift_id', 'system'],
    columns: {
      number_id: 'bigint',
      lift_id: 'text',
      system: 'text',
      status: 'text',
      attempts: 'integer',
      sent_at: 'timestamptz',
      code: 'text',
    },
  },
  clocks: {
    keys: ['number_id', 'clock_id'],
    columns: {
      number_id: 'bigint',
      clock_id: 'text',
      line: 'integer',
      carrier_id: 'text',
      rule_id: 'text',
      rule_version: 'integer',
      binds: 'text',
      subject_kind: 'text',
      subject_id: 'text',
      started_at: 'timestamptz',
      due_at: 'timestamptz',
      wake_at: 'timestamptz',
      provisional: 'boolean',
      status: 'text',
      ended_at: 'timestamptz',
    },
  },
  mandates: {
    keys: ['number_id', 'mandate_id'],
    columns: {
      number_id: 'bigint',
      mandate_id: 'text',
      line: 'integer',
      carrier_id: 'text',
      principal_id: 'text',
      representative_id: 'text',
      kind: 'text',
      signed: 'text',
      status: 'text',
      granted_at: 'timestamptz',
      until_at: 'timestamptz',
      ended_at: 'timestamptz',
    },
  },
  holds: {
    keys: ['number_id', 'hold_id'],
    columns: {
      number_id: 'bigint',
      hold_id: 'text',
      line: 'integer',
      carrier_id: 'text',
      ground: 'text',
      case_ids: 'text[]',
      placed_by: 'text',
      placed_at: 'timestamptz',
      ended_at: 'timestamptz',
    },
  },
  notices: {
    keys: ['number_id', 'notice_id'],
    columns: {
      number_id: 'bigint',
      notice_id: 'text',
      line: 'integer',
      carrier_id: 'text',
      kind: 'text',
      person_id: 'text',
      subject_kind: 'text',
      subject_id: 'text',
      values: 'json',
      issued_at: 'timestamptz',
    },
  },
  deliveries: {
    keys: ['number_id', 'notice_id', 'delivery_id'],
    columns: {
      number_id: 'bigint',
      notice_id: 'text',
      delivery_id: 'text',
      channel: 'text',
      status: 'text',
      at: 'timestamptz',
      code: 'text',
    },
  },
  attention: {
    keys: ['number_id', 'attention_id'],
    columns: {
      number_id: 'bigint',
      attention_id: 'text',
      line: 'integer',
      carrier_id: 'text',
      kind: 'text',
      subject_kind: 'text',
      subject_id: 'text',
      detail: 'text',
      raised_at: 'timestamptz',
      handled_at: 'timestamptz',
    },
  },
} as const satisfies Record<string, ProjectionTable>;

export type ProjectionTable = {
  readonly keys: readonly string[];
  readonly columns: { readonly [column: string]: string };
};

export type ProjectionName = keyof typeof PROJECTIONS;

export const PROJECTION_NAMES = Object.keys(PROJECTIONS) as readonly ProjectionName[];

/** One row of a projection, every column present. */
export type Row<N extends ProjectionName = ProjectionName> = {
  readonly [C in keyof (typeof PROJECTIONS)[N]['columns']]: unknown;
};

/** Rows by table. */
export type Rows = { readonly [N in ProjectionName]?: readonly Row<N>[] };

/** `"number_id", "line", …` */
export function columnList(table: ProjectionName): string {
  return Object.keys(PROJECTIONS[table].columns).map(quoted).join(', ');
}

/** Inserts or replaces the rows of a JSON array, `filter` permitting. */
export function upsertSql(table: ProjectionName, parameter: string, filter: string): string {
  const { keys, columns } = PROJECTIONS[table] as ProjectionTable;
  const types = Object.entries(columns).map(([name, type]) => `${quoted(name)} ${type}`);
  const others = Object.keys(columns).filter((name) => !keys.includes(name));
  return `insert into ${table} (${columnList(table)})
    select ${columnList(table)} from json_to_recordset(${parameter}::json) as r(${types.join(', ')}) ${filter}
    on conflict (${keys.join(', ')}) do update set ${others.map((name) => `${quoted(name)} = excluded.${quoted(name)}`).join(', ')}`;
}

function quoted(name: string): string {
  return `"${name}"`;
}
