/** What stands in the text box, as bytes that may be longer than one message of the circuit. */
export function text(box) {
  return new Blob([box.value]);
}
