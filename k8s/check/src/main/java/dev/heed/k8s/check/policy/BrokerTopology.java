package dev.heed.k8s.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.k8s.check.manifest.Manifest;
import dev.heed.k8s.check.manifest.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Exchanges, queues and bindings of the topology operator are those of the topology that the services declare. */
public record BrokerTopology(JsonNode declared) implements Rule {

    @Override
    public List<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        compare("exchanges", manifests.ofKind("Exchange").map(BrokerTopology::exchange), broken);
        compare("queues", manifests.ofKind("Queue").map(BrokerTopology::queue), broken);
        compare("bindings", manifests.ofKind("Binding").map(BrokerTopology::binding), broken);
        return broken;
    }

    private void compare(String what, Stream<String> rendered, List<String> broken) {
        Set<String> here = rendered.collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = Manifest.each(declared.path(what))
                .map(one -> described(what, one))
                .collect(Collectors.toCollection(TreeSet::new));
        here.stream().filter(one -> !there.contains(one)).forEach(one -> broken.add("only in the manifests: " + one));
        there.stream().filter(one -> !here.contains(one)).forEach(one -> broken.add("only in topology.json: " + one));
    }

    private static String described(String what, JsonNode one) {
        return switch (what) {
            case "exchanges" ->
                exchange(
                        one.path("name"),
                        one.path("type"),
                        one.path("durable"),
                        one.path("auto_delete"),
                        one.path("arguments"));
            case "queues" ->
                queue(one.path("name"), one.path("durable"), one.path("auto_delete"), one.path("arguments"));
            default ->
                binding(
                        one.path("source"),
                        one.path("destination"),
                        one.path("destination_type"),
                        one.path("routing_key"),
                        one.path("arguments"));
        };
    }

    private static String exchange(Manifest one) {
        return exchange(
                one.at("/spec/name"),
                one.at("/spec/type"),
                one.at("/spec/durable"),
                one.at("/spec/autoDelete"),
                one.at("/spec/arguments"));
    }

    private static String exchange(
            JsonNode name, JsonNode type, JsonNode durable, JsonNode autoDelete, JsonNode arguments) {
        return "exchange " + name.asText() + " " + type.asText() + " " + kept(durable, autoDelete)
                + arguments(arguments);
    }

    /** The operator writes the type as an argument, where the broker has it. */
    private static String queue(Manifest one) {
        ObjectNode arguments = one.at("/spec/arguments").isObject()
                ? one.at("/spec/arguments").deepCopy()
                : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        arguments.set("x-queue-type", one.at("/spec/type"));
        return queue(one.at("/spec/name"), one.at("/spec/durable"), one.at("/spec/autoDelete"), arguments);
    }

    private static String queue(JsonNode name, JsonNode durable, JsonNode autoDelete, JsonNode arguments) {
        return "queue " + name.asText() + " " + kept(durable, autoDelete) + arguments(arguments);
    }

    private static String binding(Manifest one) {
        return binding(
                one.at("/spec/source"),
                one.at("/spec/destination"),
                one.at("/spec/destinationType"),
                one.at("/spec/routingKey"),
                one.at("/spec/arguments"));
    }

    private static String binding(
            JsonNode source, JsonNode destination, JsonNode type, JsonNode key, JsonNode arguments) {
        return "binding " + source.asText() + " -> " + type.asText() + " " + destination.asText() + " by '"
                + key.asText() + "'" + arguments(arguments);
    }

    private static String kept(JsonNode durable, JsonNode autoDelete) {
        return (durable.asBoolean() ? "durable" : "transient") + (autoDelete.asBoolean() ? " auto-delete" : "");
    }

    private static String arguments(JsonNode arguments) {
        return " " + Manifest.labels(arguments);
    }
}
