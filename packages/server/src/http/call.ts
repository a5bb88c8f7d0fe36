// What handlers are given and what they answer. Who is calling decides what they are given.

import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '@lintas/contract';
import type { Transaction } from '../db/database.ts';
import type { Caller } from './credentials.ts';
import type { Exchange } from './exchange.ts';
import type { AnswerHeaders } from './headers.ts';
import type { Sink } from './sink.ts';

/** A partner's page, with its publishable key. */
export interface Page {
  readonly kind: 'page';
  readonly keyId: string;
  readonly tenantId: string;
  readonly origins: readonly string[];
}

/** A person who opened a case. */
export interface Person {
  readonly kind: 'person';
  readonly tokenHash: Uint8Array;
  /** The authority that has the case. */
  readonly tenantId: string;
  readonly applicationId: string;
  readonly keyId: string;
  readonly origins: readonly string[];
  readonly expiresAt: Date;
  readonly endsAt: Date;
}

/** An authority's or partner's system, with its secret key. */
export interface System {
  readonly kind: 'system';
  readonly tokenHash: Uint8Array;
  readonly keyId: string;
  readonly tenantId: string;
}

/** A call whose values fit its declaration. */
export interface Call<E extends Endpoint = Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** A header of the request. */
  header(name: string): string | undefined;
  /** Where this request reached us, for example `https://api.example.org`: for addresses in answers. */
  readonly origin: string;
  /** Headers of the answer, for what only the handler knows. */
  readonly answerHeaders: AnswerHeaders;
}

/** `Value` that nobody writes to: what is stored can be answered without a copy. */
export type Frozen<Value> = Value extends string
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
    : Value;

/** A handler's answer. */
export interface Reply<E extends Endpoint = Endpoint> {
  /** Stripped by the call's answer schema: more may be in it than the caller gets. */
  readonly body?: Frozen<AnswerOf<E>>;
  /** Entity tag with its quotes (RFC 9110, section 8.8.3). */
  readonly etag?: string;
}

/** Runs an effect at most once for the request's `Idempotency-Key`, in a transaction within the tenant. */
export type Once<E extends Endpoint = Endpoint> = (
  tenantId: string,
  effect: (transaction: Transaction) => Promise<Reply<E>>,
) => Promise<Reply<E>>;

/** A handler, with the kind of caller that it is for. */
export type Handler<E extends Endpoint = Endpoint> =
  | { readonly for: 'anyone'; handle(call: Call<E>): Promise<Reply<E>> }
  | {
      readonly for: 'page';
      handle(
        call: Call<E> & { readonly page: Page; readonly address: string; readonly once: Once<E> },
      ): Promise<Reply<E>>;
    }
  | {
      readonly for: 'person';
      /** `transaction` is walled to the tenant of the opened case. */
      handle(
        call: Call<E> & { readonly person: Person; readonly transaction: Transaction },
      ): Promise<Reply<E>>;
    }
  | {
      readonly for: 'visitor';
      /** For a person's calls whose work is not all in one transaction. */
      handle(
        call: Call<E> & { readonly person: Person; readonly address: string; readonly once: Once<E> },
      ): Promise<Reply<E>>;
    }
  | {
      readonly for: 'session';
      /** For what is done to the session itself. `transaction` is at the gate and sees no case. */
      handle(
        call: Call<E> & { readonly person: Person; readonly transaction: Transaction },
      ): Promise<Reply<E>>;
    }
  | {
      readonly for: 'follower';
      /** Answers what is to be done with the stream once it is open; throws to refuse it. */
      follow(call: Call<E> & { readonly person: Person; readonly address: string }): (sink: Sink) => void;
    }
  | {
      readonly for: 'integration';
      /** For a system's calls whose work is not all in one transaction, or in a tenant that the call names. */
      handle(call: Call<E> & { readonly system: System; readonly once: Once<E> }): Promise<Reply<E>>;
    }
  | {
      readonly for: 'bytes';
      /** For calls that carry bytes: reads the body from the exchange and answers by itself. */
      answer(call: Call<E> & { readonly caller: Caller; readonly exchange: Exchange }): Promise<Response>;
    }
  | {
      readonly for: 'system';
      /** `transaction` is walled to the tenant of the key. */
      handle(
        call: Call<E> & { readonly system: System; readonly transaction: Transaction },
      ): Promise<Reply<E>>;
    };
