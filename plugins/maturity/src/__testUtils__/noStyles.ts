/**
 * Stands for what puts the style sheets of Backstage's components into the document. Nothing is painted in
 * these tests, and each rule is looked at whenever something asks how an element is styled.
 */
export default function injectNoStyles(): void {}
