/**
 * The first thing a newcomer sees: the shipped sample played, one mention's way told step by step, the report, what to
 * try next. Owns the telling only; everything told is read through the same doors that people use.
 */
@NullMarked
package dev.heed.local.demo;

import org.jspecify.annotations.NullMarked;
