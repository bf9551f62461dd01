/** Whether lists are renewed by themselves when what they rest on has changed. */
export class AutoScore {
  constructor(readonly enabled: boolean) {}
}
