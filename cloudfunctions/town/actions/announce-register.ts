import { town as contracts } from '../../../src/contracts';
import { announced, registerUploadId } from '../../../src/domain/people/uploads';
import { defineCommand } from '../../runtime/define-action';

export const announceRegister = defineCommand({
  contract: contracts.announceRegister,
  allow: [{ who: 'town-admin' }],
  run: async ({ input: { path }, tx, personId, nowMs }) => {
    tx.set('uploads', registerUploadId(path), announced('register', path, personId, nowMs));
    return { path };
  },
});
