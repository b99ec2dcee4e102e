/** In the addresses of drafts "nieuw" stands for the proposal that has no number yet. */
export const NEW = "nieuw";
export const draftedNumber = ({ number = NEW }: { readonly number?: string | undefined }): string | null => (number === NEW ? null : number);
