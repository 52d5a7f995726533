// What a file of each format holds, asked once by whoever needs it.
import { send } from '../api.js';

/** @returns {Promise<?object[]>} null where they did not come */
export const formats = send('GET', '/api/commands/imports/formats').then((outcome) => (outcome.kind === 'accepted' ? outcome.body : null));
