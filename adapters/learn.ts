import { Worker } from 'node:worker_threads';
import type { Confidence, Faq, Model } from '../src/index.js';

/**
 * Learns a FAQ on two cores, the calling thread left free; as `train(faq, 'trained')`, to the byte.
 * @param idly whether the program may end before it is done
 */
export async function learnBeside(faq: Faq, idly: boolean): Promise<Model> {
  const [model, confidence] = await Promise.all([run<Model>(faq, 'model', idly), run<Confidence>(faq, 'confidence', idly)]);
  return { ...model, confidence };
}

function run<T>(faq: Faq, part: 'model' | 'confidence', idly: boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./model-worker.js', import.meta.url), { workerData: { faq, part } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`learning the ${part} ended with exit code ${code}`)));
    if (idly) worker.unref();
  });
}
