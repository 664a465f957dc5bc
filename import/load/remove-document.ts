export async function removeFacts(..._: unknown[]): Promise<void> {
  throw new Error('todo')
}
