import { sentence } from '@lettrage/contracts';
import { hash, verify } from '@node-rs/argon2';
import { Refused } from '@lettrage/http';
import { Injectable } from '@nestjs/common';

/** Argon2id with the first parameters of RFC 9106's and OWASP's lists that fit a small server: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each computation holds 19 MiB and a thread of Node's four for some 30 ms. */
const mostAtOnce = 2;
const mostWaiting = 200;

/** Hashes passwords and checks them, a few at a time. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  /** Checked against where there is nobody, so that the answer takes as long. */
  private nobody: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(plain(password), cost));
  }

  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    this.nobody ??= this.hash('nobody has this password');
    const expected = passwordHash ?? (await this.nobody);
    return (await this.inTurn(() => verify(expected, plain(password)))) && passwordHash !== null;
  }

  private async inTurn<T>(compute: () => Promise<T>): Promise<T> {
    if (this.running >= mostAtOnce) {
      if (this.waiting.length >= mostWaiting) throw new Refused('too_many_attempts', sentence('signing_in_busy'), { headers: { 'Retry-After': '5' } });
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running++;
    try {
      return await compute();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}

/** Keyboards write the same letters in different code points (NIST SP 800-63B, 3.1.1.2). */
function plain(password: string): string {
  return password.normalize('NFKC');
}
