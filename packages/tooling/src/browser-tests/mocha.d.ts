// The functions that Web Test Runner's framework puts into every browser test (mocha's "bdd" interface, as far
// as we use it). Tests that run in Node import theirs from `node:test`.

type Step = () => void | Promise<void>;

interface DescribeTests {
  (what: string, tests: () => void): void;
  readonly skip: (what: string, tests: () => void) => void;
}

interface ProveOne {
  (what: string, step: Step): void;
  readonly skip: (what: string, step: Step) => void;
}

declare const describe: DescribeTests;
declare const it: ProveOne;
declare function before(step: Step): void;
declare function after(step: Step): void;
declare function beforeEach(step: Step): void;
declare function afterEach(step: Step): void;
