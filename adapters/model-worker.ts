import { parentPort, workerData } from 'node:worker_threads';
import { centroidConfidence, type Faq, learnConfidence, learnModel } from '../src/index.js';

/** Runs in a thread of its own: the model takes as long as its confidence, so each is learnt on a core. */
const { faq, part } = workerData as { readonly faq: Faq; readonly part: 'model' | 'confidence' };
parentPort?.postMessage(part === 'model' ? learnModel(faq, 'trained', centroidConfidence) : learnConfidence(faq));
