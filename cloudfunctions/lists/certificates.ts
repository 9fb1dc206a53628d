import certificates from '../../config/catalogue/certificates-not-issued.json';
import type { CertificateNotIssued } from '../../src/domain/catalogue/types';

/** The certificates a village must not issue (民发〔2020〕20号), as the catalogue has them. */
export const certificatesNotIssued: readonly CertificateNotIssued[] = certificates;
