package dev.heed.xsim.billing;

import java.time.LocalDate;
import java.util.List;

/** What one day cost. Its lines are in the order in which they were first written. */
public record Day(LocalDate day, long micros, long postReads, List<Line> lines) {}
