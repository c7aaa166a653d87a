package dev.heed.messaging.broker;

/** How things stand with the broker. */
public sealed interface BrokerState {

    /** Not connected; it is being tried. */
    record Away(String why) implements BrokerState {}

    /** Connected, and the broker's topology differs from ours; it is tried again in case somebody repairs it. */
    record Mismatched(String what) implements BrokerState {}

    /** Connected, topology declared. */
    record Ready(BrokerLink link) implements BrokerState {}
}
