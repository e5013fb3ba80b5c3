import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../server/metrics/metrics.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { makeScene } from './support/scene.ts';

describe.each(enginesFor(import.meta.url))('metrics, on %s', (engine) => {
  const db = useEngine(engine);
  const sampleOf = (text: string, series: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${series} `))
        ?.split(' ')[1],
    );

  it('count what came in and what was answered, by patterns that nobody can add to', async () => {
    const metrics = createMetrics();
    const scene = await makeScene(db(), { metrics });
    const event = {
      type: 'track',
      event: 'Demo Requested',
      userId: 'ana@acme.example',
      messageId: 'm',
    };
    await scene.send(event, { ...event, messageId: 'n' });
    await scene.send(event, { type: 'nonsense' });
    for (let n = 0; n < 3; n++) {
      await scene.ask({ path: `/api/leads/${randomUUID()}`, token: scene.tokens.rep });
      await scene.app.request(`/nothing/${randomUUID()}`);
    }
    const text = await metrics.text();
    expect(sampleOf(text, 'truce_ingest_messages_total{outcome="accepted"}')).toBe(2);
    expect(sampleOf(text, 'truce_ingest_messages_total{outcome="duplicate"}')).toBe(1);
    expect(sampleOf(text, 'truce_ingest_messages_total{outcome="refused"}')).toBe(1);
    const served = (labels: string) =>
      sampleOf(text, `truce_http_request_seconds_count{${labels}}`);
    expect(served('method="POST",route="/v1/batch",status="2xx"')).toBe(2);
    expect(served('method="GET",route="/api/leads/:leadId",status="4xx"')).toBe(3);
    expect(text).not.toMatch(/ana@|nothing\/|[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  it('are for whoever shows the token', async () => {
    const metricsToken = randomUUID();
    const { app } = await makeScene(db(), { metricsToken, addressOf: () => '127.0.0.1' });
    const ask = (authorization: string) => app.request('/metrics', { headers: { authorization } });
    expect((await ask(`Bearer ${metricsToken}`)).status).toBe(200);
    for (const other of ['', `Bearer ${randomUUID()}`, `Bearer ${metricsToken}x`, metricsToken]) {
      expect((await ask(other)).status).toBe(403);
    }
  });

  it('are for this machine only where there is no token, and not for whom a proxy brings', async () => {
    const from = async (address: string, headers: Record<string, string> = {}) => {
      const { app } = await makeScene(db(), { addressOf: () => address });
      return (await app.request('/metrics', { headers })).status;
    };
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      expect(await from(address)).toBe(200);
      expect(await from(address, { 'x-forwarded-for': '203.0.113.7' })).toBe(403);
    }
    for (const address of ['203.0.113.7', '10.0.0.4', 'unknown', '::ffff:10.0.0.4']) {
      expect(await from(address)).toBe(403);
    }
  });
});
