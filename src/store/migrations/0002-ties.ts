/** How often a delivery told of another state in the very moment of the one we have: which of them is newer is not known. */
export const TIES = `
alter table handrail.pulls add column ties int not null default 0;
`;
