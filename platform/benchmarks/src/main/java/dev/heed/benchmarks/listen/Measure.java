package dev.heed.benchmarks.listen;

import dev.heed.benchmarks.Figure;
import java.util.List;

/** A part of the benchmark. */
interface Measure {

    /** Its figures. */
    List<Figure> measure();

    /** The same, none of them had. */
    List<Figure> nothing();
}
