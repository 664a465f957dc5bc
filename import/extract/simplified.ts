/** Rules match simplified characters; see the shared function. */
export { simplified } from '../simplified'
