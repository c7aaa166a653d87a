-- When an account was last resumed: until a walk ends after that, it is catching up with what was said in the pause.
alter table account add column resumed_at timestamptz;
