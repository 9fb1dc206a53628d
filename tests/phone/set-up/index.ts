/**
 * All that a test of the phone begins with: a phone, its cloud, and what stands in for the parts
 * that each platform does in its own way, all as at first before each test. By the settings of jest
 * the app itself gets them wherever it imports Taro or such a part; a test imports their handles.
 */
import { configure } from '@testing-library/react';
import { announcePhotos } from '../../../src/contracts/records';
import { beacon } from './stand-ins/beacon';
import { brightness } from './stand-ins/brightness';
import { texts } from './stand-ins/kept-text';
import { pdfFile } from './stand-ins/pdf-file';
import { phoneButton } from './stand-ins/phone-button';
import { photos } from './stand-ins/photos';
import { scan } from './stand-ins/scan';
import { tableFile } from './stand-ins/table-file';
import { camera } from './stand-ins/take-photos';
import { cloud } from './stand-ins/transport';
import { phone } from './taro';

export {
  beacon,
  brightness,
  camera,
  cloud,
  pdfFile,
  phone,
  phoneButton,
  photos,
  scan,
  tableFile,
  texts,
};

const everything = [
  phone,
  cloud,
  scan,
  photos,
  pdfFile,
  beacon,
  brightness,
  phoneButton,
  tableFile,
  texts,
  camera,
];

// Where every core is taken, a page takes longer than the second it would be waited for.
configure({ asyncUtilTimeout: 5000 });

beforeEach(() => {
  for (const each of everything) each.reset();
  // Said before every upload; no test is about its answer.
  cloud.answer(announcePhotos, { photosLeft: 299 });
});

afterEach(() => cloud.mustHaveFitted());
