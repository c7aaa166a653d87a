package dev.heed.xsim.ledger;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that happened and stays so. Written to the journal as one line of JSON; its name there is its simple class name. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "fact")
public interface Fact {}
