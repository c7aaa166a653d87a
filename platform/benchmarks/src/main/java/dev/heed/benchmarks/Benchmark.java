package dev.heed.benchmarks;

import dev.heed.local.Console;
import dev.heed.local.home.Home;
import java.util.List;

/** Something that Heed is held to, measured on real parts that the benchmark starts for itself and ends again. */
public interface Benchmark {

    /** What people type. */
    String name();

    /** One line for the list. */
    String about();

    /** What is started, what is measured, against which limit; a paragraph each. */
    List<String> explanation();

    /** What it is made of, in this order; each can be measured alone. */
    List<String> parts();

    /**
     * Measures, saying on the way what it does and sees.
     *
     * @param checkout whose services are measured
     * @param parts which parts to measure
     * @return every figure of these parts, also those that could not be had
     */
    List<Figure> run(Home checkout, List<String> parts, Console console);
}
