"""Shapes and reasoning: does the graph conform?"""
