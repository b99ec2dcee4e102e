/** Elements that a page writes itself. The design system dresses them as they are; `bare`: only when they carry no class. */
export const PLAIN: readonly { readonly file: string; readonly bare?: boolean }[] = [
  { file: "@nl-design-system-candidate/heading-css/dist/html/heading.css" },
  { file: "@nl-design-system-candidate/paragraph-css/dist/html/paragraph.css" },
  { file: "@nl-design-system-candidate/link-css/dist/html/link.css", bare: true },
  { file: "@utrecht/unordered-list-css/dist/html/index.min.css", bare: true },
  { file: "@utrecht/ordered-list-css/dist/html/index.min.css", bare: true },
  { file: "@utrecht/blockquote-css/dist/html/index.min.css", bare: true },
  { file: "@utrecht/table-css/dist/html/index.min.css" },
];

/** Components that take their class names from app/ui. */
export const PARTS: readonly string[] = [
  "@nl-design-system-candidate/button-css/dist/button.css",
  "@nl-design-system-candidate/data-badge-css/dist/data-badge.css",
  "@nl-design-system-candidate/skip-link-css/dist/skip-link.css",
  "@utrecht/alert-css/dist/index.min.css",
  "@utrecht/breadcrumb-nav-css/dist/index.min.css",
  "@utrecht/checkbox-css/dist/index.min.css",
  "@utrecht/data-list-css/dist/index.min.css",
  "@utrecht/form-field-css/dist/index.min.css",
  "@utrecht/form-field-description-css/dist/index.min.css",
  "@utrecht/form-field-error-message-css/dist/index.min.css",
  "@utrecht/form-fieldset-css/dist/index.min.css",
  "@utrecht/form-label-css/dist/index.min.css",
  "@utrecht/pagination-css/dist/index.min.css",
  "@utrecht/radio-button-css/dist/index.min.css",
  "@utrecht/select-css/dist/index.min.css",
  "@utrecht/status-badge-css/dist/index.min.css",
  "@utrecht/textarea-css/dist/index.min.css",
  "@utrecht/textbox-css/dist/index.min.css",
];
