// A small process that runs those that look into files, for the server that has started it.
//   stdio with a channel; each message is <number of the order> <folder> <the three limits> <task…>

import { runChild } from './child-process.ts';

// Who stops the whole group lets the server finish first. Without the server there is nothing to do: the watchdogs see
// to the rest.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.on('disconnect', () => process.exit());

process.on('message', (message) => {
  const words = Array.isArray(message) ? message.map(String) : [];
  const [order = '', folder = '', seconds, processorSeconds, mebibytes, ...task] = words;
  const limits = {
    seconds: Number(seconds),
    processorSeconds: Number(processorSeconds),
    mebibytes: Number(mebibytes),
  };
  void runChild(folder, task, limits).then((end) => process.send?.({ order, end }));
});
