// @lintas/server: the reference API, to be run as a program (`lintas serve`) or within one.

export * from './adapters.ts';
export { createApp, type App } from './app.ts';
export { ConfigError, readConfig, type Config } from './config.ts';
export * from './dependencies.ts';
export { type Client } from './http/exchange.ts';
export { openBodySink, type OpenSink, type Sink } from './http/sink.ts';
export * from './seed/demo-cases.ts';
export { serve, type RunningServer } from './serve.ts';
