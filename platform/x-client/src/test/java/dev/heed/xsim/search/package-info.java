/** Where the client's reading of X's query language is laid beside the simulator's, which was written without it. */
@NullMarked
package dev.heed.xsim.search;

import org.jspecify.annotations.NullMarked;
