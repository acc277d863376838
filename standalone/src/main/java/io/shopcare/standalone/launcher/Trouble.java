package io.shopcare.standalone.launcher;

/**
 * Why the stack cannot start.
 *
 * @param what one line
 * @param remedy one line: how to mend it
 */
record Trouble(String what, String remedy) {}
