package dev.heed.x.query;

/**
 * What is wrong with a query, and where.
 *
 * @param start of the part in question, counted in UTF-16 units from 0
 * @param end just after it; never before {@code start}
 * @param words for whoever wrote it: what is wrong and what would be right
 */
public record QueryProblem(int start, int end, String words) {}
