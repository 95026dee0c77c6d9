// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package main

import (
	"fmt"
	"strings"

	"github.com/google/go-jsonnet/ast"
)

// treeText writes a tree as nested parentheses: kind, place, what the node says itself, children.
type treeText struct {
	strings.Builder
}

var colons = map[ast.ObjectFieldHide]string{
	ast.ObjectFieldInherit: ":",
	ast.ObjectFieldHidden:  "::",
	ast.ObjectFieldVisible: ":::",
}

func (t *treeText) open(kind string, place *ast.LocationRange) {
	fmt.Fprintf(t, "(%s %v-%v", kind, &place.Begin, &place.End)
}

func (t *treeText) close() {
	t.WriteByte(')')
}

func (t *treeText) word(text string) {
	t.WriteString(" " + text)
}

func (t *treeText) child(node ast.Node) {
	if node == nil {
		t.word("_")
		return
	}
	t.WriteByte(' ')
	t.node(node)
}

func (t *treeText) node(node ast.Node) {
	t.open(strings.TrimPrefix(fmt.Sprintf("%T", node), "*ast."), node.Loc())
	switch node := node.(type) {
	case *ast.LiteralBoolean:
		t.word(fmt.Sprint(node.Value))
	case *ast.Var:
		t.word(string(node.Id))
	case *ast.Index:
		t.child(node.Target)
		t.index(node.Id, node.Index)
	case *ast.SuperIndex:
		t.index(node.Id, node.Index)
	case *ast.Apply:
		t.apply(node)
	case *ast.Unary:
		t.word(node.Op.String())
		t.child(node.Expr)
	case *ast.Binary:
		t.word(node.Op.String())
		t.child(node.Left)
		t.child(node.Right)
	case *ast.Function:
		t.parameters(node)
		t.child(node.Body)
	case *ast.Local:
		for _, bind := range node.Binds {
			t.bind(bind.LocRange, string(bind.Variable), bind.Fun, bind.Body)
		}
		t.child(node.Body)
	case *ast.Object:
		t.members(node.Fields)
	case *ast.ObjectComp:
		t.members(node.Fields)
		t.clauses(&node.Spec)
	case *ast.ArrayComp:
		t.child(node.Body)
		t.clauses(&node.Spec)
	default:
		for _, child := range children(node) {
			t.child(child)
		}
	}
	t.close()
}

func children(node ast.Node) []ast.Node {
	switch node := node.(type) {
	case *ast.ApplyBrace:
		return []ast.Node{node.Left, node.Right}
	case *ast.Array:
		var elements []ast.Node
		for _, element := range node.Elements {
			elements = append(elements, element.Expr)
		}
		return elements
	case *ast.Assert:
		return []ast.Node{node.Cond, node.Message, node.Rest}
	case *ast.Conditional:
		return []ast.Node{node.Cond, node.BranchTrue, node.BranchFalse}
	case *ast.Error:
		return []ast.Node{node.Expr}
	case *ast.InSuper:
		return []ast.Node{node.Index}
	case *ast.Parens:
		return []ast.Node{node.Inner}
	case *ast.Slice:
		return []ast.Node{node.Target, node.BeginIndex, node.EndIndex, node.Step}
	}
	return nil
}

func (t *treeText) index(name *ast.Identifier, index ast.Node) {
	if name != nil {
		t.word("." + string(*name))
		return
	}
	t.child(index)
}

func (t *treeText) apply(node *ast.Apply) {
	t.child(node.Target)
	for _, argument := range node.Arguments.Positional {
		t.child(argument.Expr)
	}
	for _, argument := range node.Arguments.Named {
		t.word(string(argument.Name) + "=")
		t.child(argument.Arg)
	}
	if node.TailStrict {
		t.word("tailstrict")
	}
}

func (t *treeText) parameters(function *ast.Function) {
	for _, parameter := range function.Parameters {
		t.WriteByte(' ')
		t.open("parameter", &parameter.LocRange)
		t.word(string(parameter.Name))
		if parameter.DefaultArg != nil {
			t.child(parameter.DefaultArg)
		}
		t.close()
	}
}

func (t *treeText) bind(place ast.LocationRange, name string, method *ast.Function, body ast.Node) {
	t.WriteByte(' ')
	t.open("local", &place)
	t.word(name)
	if method != nil {
		t.parameters(method)
	}
	t.child(body)
	t.close()
}

func (t *treeText) members(fields ast.ObjectFields) {
	for _, field := range fields {
		switch field.Kind {
		case ast.ObjectLocal:
			t.bind(field.LocRange, string(*field.Id), field.Method, field.Expr2)
		case ast.ObjectAssert:
			t.WriteByte(' ')
			t.open("assert", &field.LocRange)
			t.child(field.Expr2)
			t.child(field.Expr3)
			t.close()
		default:
			t.field(field)
		}
	}
}

func (t *treeText) field(field ast.ObjectField) {
	t.WriteByte(' ')
	t.open("field", &field.LocRange)
	if field.Id != nil {
		t.word(string(*field.Id))
	} else {
		t.child(field.Expr1)
	}
	if field.Method != nil {
		t.parameters(field.Method)
	}
	plus := ""
	if field.SuperSugar {
		plus = "+"
	}
	t.word(plus + colons[field.Hide])
	t.child(field.Expr2)
	t.close()
}

func (t *treeText) clauses(spec *ast.ForSpec) {
	if spec.Outer != nil {
		t.clauses(spec.Outer)
	}
	t.word("for " + string(spec.VarName))
	t.child(spec.Expr)
	for _, condition := range spec.Conditions {
		t.word("if")
		t.child(condition.Expr)
	}
}
