import { from as copyFrom } from 'pg-copy-streams';
import { msOf } from '../domain/time.ts';
import type { Connection } from '../platform/pool.ts';

/** The signature of PostgreSQL's binary COPY, no flags, no extension. */
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
/** Microseconds from the Unix epoch to 2000-01-01, from which PostgreSQL counts. */
const EPOCH_MS = 946_684_800_000;
const MORE = 4096;

/** Rows in the binary form of COPY, written field by field into one growing buffer. */
export class CopyRows {
  #bytes = Buffer.allocUnsafe(1 << 20);
  #at = 0;
  #rows = 0;
  #moment = '';
  #micros = 0n;

  constructor() {
    this.#at = HEADER.copy(this.#bytes, 0);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Begins a row of so many fields. */
  row(fields: number): this {
    this.#room(MORE);
    this.#at = this.#bytes.writeInt16BE(fields, this.#at);
    this.#rows += 1;
    return this;
  }

  bigint(value: bigint): this {
    this.#room(12);
    this.#at = this.#bytes.writeInt32BE(8, this.#at);
    this.#at = this.#bytes.writeBigInt64BE(value, this.#at);
    return this;
  }

  integer(value: number): this {
    this.#room(8);
    this.#at = this.#bytes.writeInt32BE(4, this.#at);
    this.#at = this.#bytes.writeInt32BE(value, this.#at);
    return this;
  }

  text(value: string): this {
    this.#room(8 + value.length * 3);
    const length = this.#bytes.write(value, this.#at + 4);
    this.#bytes.writeInt32BE(length, this.#at);
    this.#at += 4 + length;
    return this;
  }

  /** jsonb: its version, then the text. */
  jsonb(value: string): this {
    this.#room(8 + value.length * 3);
    this.#bytes[this.#at + 4] = 1;
    const length = 1 + this.#bytes.write(value, this.#at + 5);
    this.#bytes.writeInt32BE(length, this.#at);
    this.#at += 4 + length;
    return this;
  }

  bytea(value: Uint8Array): this {
    this.#room(4 + value.length);
    this.#at = this.#bytes.writeInt32BE(value.length, this.#at);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
    return this;
  }

  /** Bytes that come as hex. */
  hex(value: string): this {
    this.#room(4 + value.length);
    const length = this.#bytes.write(value, this.#at + 4, 'hex');
    this.#bytes.writeInt32BE(length, this.#at);
    this.#at += 4 + length;
    return this;
  }

  moment(instant: string): this {
    if (instant !== this.#moment) {
      this.#moment = instant;
      this.#micros = BigInt(msOf(instant) - EPOCH_MS) * 1000n;
    }
    return this.bigint(this.#micros);
  }

  nothing(): this {
    this.#room(4);
    this.#at = this.#bytes.writeInt32BE(-1, this.#at);
    return this;
  }

  /** All rows with the end mark. */
  end(): Buffer {
    this.#room(2);
    this.#at = this.#bytes.writeInt16BE(-1, this.#at);
    return this.#bytes.subarray(0, this.#at);
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + bytes));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

/** Copies rows into a table, in the caller's transaction. */
export async function copyInto(connection: Connection, table: string, columns: string, rows: Buffer): Promise<void> {
  const stream = connection.query(copyFrom(`copy ${table} (${columns}) from stdin (format binary)`));
  await new Promise<void>((resolve, reject) => {
    stream.once('finish', resolve);
    stream.once('error', reject);
    stream.end(rows);
  });
}
