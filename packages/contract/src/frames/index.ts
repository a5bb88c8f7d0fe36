// The frames capability: elements that stand in a frame, where the page around them cannot reach them.

export * from './endpoints.ts';
export * from './inputs.ts';
export * from './look.ts';
export * from './messages.ts';
