-- Which model told the figures that a flag rests on, so that its overturns can be counted.

alter table flag_verdicts add column model text;
comment on column flag_verdicts.model is 'The model that the facts name, as its owner calls it; null where they name none, or several';
