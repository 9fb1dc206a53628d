import { lists } from '../../../src/contracts';
import { defineQuery } from '../../runtime/define-action';
import { certificatesNotIssued } from '../certificates';

export const listCertificatesNotIssued = defineQuery({
  contract: lists.listCertificatesNotIssued,
  allow: [{ who: 'anyone' }],
  run: async () => ({
    certificates: certificatesNotIssued.map(({ purposeExceptions = [], ...certificate }) => ({
      ...certificate,
      purposeExceptions: purposeExceptions.map(({ purpose, matterKey, note }) => ({
        purpose,
        matterKey: matterKey ?? null,
        note,
      })),
    })),
  }),
});
