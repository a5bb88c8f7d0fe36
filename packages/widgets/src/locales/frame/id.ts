// Indonesian.

import type { FrameMessages } from './messages.ts';

export const messages: FrameMessages = {
  title: 'Terpisah dari situs ini',
  explanation: (host) =>
    `Yang terbuka di sini datang langsung dari ${host}. Situs ini tidak dapat melihat apa yang Anda ketik, baca, atau pilih di dalamnya.`,
  open: 'Buka',
  opening: 'Sedang dibuka …',
  failedTitle: 'Tidak terbuka',
  failed:
    'Periksa sambungan Anda, lalu coba lagi. Jika tetap tidak terbuka, mohon beri tahu pengelola situs ini.',
  tryAgain: 'Coba lagi',
};
