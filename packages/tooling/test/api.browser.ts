// What browser tests rely on: a real API on another origin that they can steer, and a strict partner's page.

import { executeServerCommand } from '@web/test-runner-commands';
import type { ApiCommand } from '../src/browser-tests/api-plugin.ts';

const ask = (command: ApiCommand): Promise<Record<string, unknown>> =>
  executeServerCommand('lintas-api', { ...command });

async function findHealth(): Promise<string> {
  const { url } = await ask({ action: 'info' });
  return `${String(url)}/v1/health`;
}

function expect(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

async function fails(request: Promise<unknown>): Promise<boolean> {
  return request.then(
    () => false,
    () => true,
  );
}

describe('the API that browser tests use', () => {
  beforeEach(async () => void (await ask({ action: 'reset' })));

  it('opens a case that the authority has just registered, from this page, on another origin', async () => {
    const { url, key } = await ask({ action: 'info' });
    expect(new URL(String(url)).origin !== location.origin, 'It has the same origin.');
    const body = {
      kind: 'visa_visit',
      filedAt: '2026-01-05T02:00:00Z',
      applicant: { initials: 'S. A.' },
      status: 'submitted',
    };
    const created = await ask({ action: 'call', method: 'POST', path: '/v1/applications', body });
    expect(created['status'] === 201, `The authority was answered ${JSON.stringify(created)}`);
    const { reference, pin } = created['body'] as Record<string, string>;
    const response = await fetch(`${String(url)}/v1/status-sessions`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
        'Lintas-Key': String(key),
      },
      body: JSON.stringify({ reference, secret: { kind: 'pin', value: pin } }),
    });
    expect(response.status === 201, `The page was answered ${response.status} ${await response.text()}`);
  });

  it('cannot be reached while it is stopped, and can be again afterwards', async () => {
    const health = await findHealth();
    await ask({ action: 'stop' });
    expect(await fails(fetch(health)), 'It answered.');
    await ask({ action: 'start' });
    expect((await fetch(health)).ok, 'It did not come back.');
  });

  it('is replaced by a captive portal until it is reset', async () => {
    const headers = { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' };
    await ask({ action: 'fault', fault: { kind: 'answer', status: 200, headers, body: '<h1>Log in</h1>' } });
    const health = await findHealth();
    expect((await (await fetch(health)).text()) === '<h1>Log in</h1>', 'The portal did not answer.');
    await ask({ action: 'reset' });
    expect((await fetch(health)).headers.get('Content-Type') !== 'text/html', 'The portal still answers.');
  });
});

describe("a partner's page as strict as a page can be", () => {
  it('reports what breaks its policy, so that silence means something', async () => {
    const frame = document.createElement('iframe');
    frame.src = '/partner-page/';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const reported = new Promise<Record<string, unknown>>((resolve) =>
      addEventListener('message', ({ source, data }: MessageEvent<Record<string, unknown>>) => {
        if (source === frame.contentWindow && data['directive'] === 'style-src-attr') resolve(data);
      }),
    );
    const paragraph = frame.contentDocument?.createElement('p');
    paragraph?.setAttribute('style', 'color: red');
    expect((await reported)['type'] === 'violation', 'It was not reported.');
    frame.remove();
  });
});
