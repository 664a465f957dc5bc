/** Which names a service on loopback answers to. A page of the web can make its own name point to 127.0.0.1, and then the Host header gives it away. */

const LOOPBACK = /^(?:localhost|(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\]|\[0:0:0:0:0:0:0:1\])$/i

/** Whether only this machine reaches a server that listens on this address. */
export function isLoopback(address: string): boolean {
  return LOOPBACK.test(address.includes(':') && !address.startsWith('[') ? `[${address}]` : address)
}

/** Whether a Host header names this machine, whatever the port. */
export function namesLoopback(host: string | undefined): boolean {
  return host !== undefined && isLoopback(host.replace(/:\d{1,5}$/, ''))
}
