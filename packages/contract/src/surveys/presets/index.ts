// Questionnaires that are ready to be published, complete in Indonesian and English, and as a machine
// translates them in Persian and Arabic.

export * from './integrity.ts';
export * from './post-case.ts';
export * from './single-scores.ts';
export * from './skm.ts';
export { skmProfile, type ServiceName } from './profile.ts';
