// Who takes part in the demonstration. All of it is invented; the names say so.

import type { LegalHelp } from '@lintas/contract';
import type { NewTenant } from '../tenants.ts';
import { inBoth } from './texts.ts';

const LEGAL_HELP: readonly LegalHelp[] = [
  {
    name: inBoth('Lembaga Bantuan Hukum Lintas (contoh)', 'Lintas Legal Aid (example)'),
    url: 'https://legal-aid.example/',
    phone: '+62 21 5550 0142',
  },
];

export const AUTHORITY: NewTenant = {
  id: 'imigrasi',
  kind: 'authority',
  name: inBoth(
    'Direktorat Jenderal Imigrasi (demonstrasi)',
    'Directorate General of Immigration (demonstration)',
  ),
  issuer: 'KJ',
  legalHelp: LEGAL_HELP,
};

export const NGO: NewTenant = {
  id: 'rumah-singgah',
  kind: 'partner',
  name: inBoth('Rumah Singgah Nusantara (demonstrasi)', 'Nusantara Welcome House (demonstration)'),
  roles: ['verifier'],
};

export const PARTNERS: readonly NewTenant[] = [
  NGO,
  {
    id: 'unhcr',
    kind: 'partner',
    name: inBoth('UNHCR Indonesia (demonstrasi)', 'UNHCR Indonesia (demonstration)'),
  },
  {
    id: 'bantuan-hukum',
    kind: 'partner',
    name: inBoth('Lembaga Bantuan Hukum Lintas (demonstrasi)', 'Lintas Legal Aid (demonstration)'),
  },
];
