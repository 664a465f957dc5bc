import { Lane } from '../../../src/limits/lane'

const never = new AbortController().signal

describe('the lane of large operations', () => {
  it('lets so many run, and the next when one ends', async () => {
    const lane = new Lane(1, 5)
    const leave = await lane.enter(never)
    let entered = false
    const second = lane.enter(never).then(leaveSecond => {
      entered = true
      return leaveSecond
    })
    await Promise.resolve()
    expect(entered).toBe(false)
    leave()
    leave()
    await second
    expect(entered).toBe(true)
  })

  it('refuses more than may wait', async () => {
    const lane = new Lane(1, 1)
    await lane.enter(never)
    lane.enter(never)
    await expect(lane.enter(never)).rejects.toMatchObject({ extensions: { code: 'TOO_BUSY' } })
  })

  it('forgets who gives up waiting', async () => {
    const lane = new Lane(1, 1)
    const leave = await lane.enter(never)
    const gone = new AbortController()
    const waiting = lane.enter(gone.signal)
    gone.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    leave()
    await expect(lane.enter(never)).resolves.toBeInstanceOf(Function)
  })
})
