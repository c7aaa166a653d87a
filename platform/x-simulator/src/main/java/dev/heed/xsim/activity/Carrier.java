package dev.heed.xsim.activity;

/** Takes activities on their way to a webhook. Must neither wait nor fail: the world is held meanwhile. */
public interface Carrier {
    void carry(Activity activity);
}
