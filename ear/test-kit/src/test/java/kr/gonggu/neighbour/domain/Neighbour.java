package kr.gonggu.neighbour.domain;

/** Another service's class. */
public class Neighbour {}
